/** Join codes of a team: made, shown large to a room, revoked. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { TeamPageProps } from '../book.tsx';
import { Confirm } from '../forms/confirm.tsx';
import { codesOf, revokeCode, type CodesAnswer, type CodeShown } from '../server/account-calls.ts';
import { readAgain } from '../server/live.ts';
import { useAnswer } from '../server/use-answer.ts';
import { Empty } from '../shell/empty.tsx';
import { Page } from '../shell/page.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { WithAnswer } from '../shell/with-answer.tsx';
import { writeMoment } from '../words/amounts.ts';
import { MakeCode } from './make-code.tsx';
import { ShownCode } from './shown-code.tsx';

export function Codes({ team }: TeamPageProps): JSX.Element {
  const { t } = usePartText('team');
  const answer = useAnswer<CodesAnswer>('codes', codesOf(team.id));
  const [shown, show] = useState<CodeShown | null>(null);
  const [leaving, setLeaving] = useState<CodeShown | null>(null);
  return (
    <Page name={t('desk.codes')} over={team.name} lead={t('codes.lead')}>
      <WithAnswer answer={answer}>
        {({ codes }) =>
          codes.length === 0 ? (
            <Empty heading={t('codes.noneHeading')} text={t('codes.noneText')} />
          ) : (
            <CodesTable codes={codes} show={show} revoke={setLeaving} />
          )
        }
      </WithAnswer>
      <MakeCode team={team.id} made={show} />
      {shown === null ? null : <ShownCode code={shown} team={team.name} onClose={() => show(null)} />}
      {leaving === null ? null : (
        <Confirm
          heading={t('codes.revokeNamed', { code: leaving.code ?? '' })}
          text={t('codes.revokeText')}
          button={t('codes.revoke')}
          work={async () => {
            await revokeCode(team.id, leaving.id);
            readAgain();
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </Page>
  );
}

function CodesTable(props: {
  readonly codes: readonly CodeShown[];
  show(code: CodeShown): void;
  revoke(code: CodeShown): void;
}): JSX.Element {
  const { t } = usePartText('team');
  return (
    <Scroller label={t('desk.codes')}>
      <table class="ledger ledger-cards">
        <thead>
          <tr>
            <th scope="col">{t('codes.code')}</th>
            <th scope="col">{t('codes.kind')}</th>
            <th scope="col">{t('codes.uses')}</th>
            <th scope="col">{t('codes.until')}</th>
            <th scope="col">
              <span class="unseen">{t('managers.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.codes.map((code) => (
            <tr key={code.id} class={code.state === 'open' ? '' : 'spent'}>
              <th scope="row" class="code">
                {code.code ?? '—'}
              </th>
              <td data-label={t('codes.kind')}>{t(`codes.for.${code.kind}`)}</td>
              <td data-label={t('codes.uses')}>{t('codes.usesOf', { used: code.uses, most: code.mostUses })}</td>
              <td data-label={t('codes.until')}>
                {code.state === 'open' ? writeMoment(code.expiresAt) : t(`codes.state.${code.state}`)}
              </td>
              <td class="wide">
                {code.state !== 'open' || code.code === null ? null : (
                  <div class="row row-tight">
                    <button
                      type="button"
                      class="press"
                      aria-label={t('codes.showNamed', { code: code.code })}
                      onClick={() => props.show(code)}
                    >
                      {t('codes.show')}
                    </button>
                    <button
                      type="button"
                      class="press press-quiet press-grave"
                      aria-label={t('codes.revokeNamed', { code: code.code })}
                      onClick={() => props.revoke(code)}
                    >
                      {t('codes.revoke')}
                    </button>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
