import type { JSX } from 'preact';
import { usePartText } from '../../../app/part-text.ts';
import { useActText, useCampaignText } from '../../../app/text.ts';
import type { KioskAct } from '../../settings/kiosk-settings.ts';
import { toggleAct } from '../draft.ts';
import { Group, Tick } from '../fields.tsx';
import type { StepProps } from '../step-props.ts';
import { useWrong } from '../use-wrong.ts';

export function PlayStep({ draft, faults, house, changeSettings }: StepProps): JSX.Element {
  const { t } = usePartText('organiser');
  const wrong = useWrong(faults);
  const { acts, examination } = draft.settings;
  const ids = [...new Set(house.offered.map(({ act }) => act))];
  return (
    <>
      <Group label={t('field.acts')} note={t('field.actsNote')} wrong={wrong('acts')}>
        {ids.map((act) => (
          <OfAct
            key={act}
            act={act}
            offered={house.offered.filter((each) => each.act === act)}
            chosen={acts}
            toggle={(wanted) => changeSettings({ acts: toggleAct(acts, wanted, house.offered) })}
          />
        ))}
      </Group>
      <Group label={t('field.more')}>
        <Tick
          label={t('field.examination')}
          note={t('field.examinationNote')}
          on={examination}
          change={(on) => changeSettings({ examination: on })}
        />
      </Group>
    </>
  );
}

function OfAct(props: {
  readonly act: string;
  readonly offered: readonly KioskAct[];
  readonly chosen: readonly KioskAct[];
  toggle(wanted: KioskAct): void;
}): JSX.Element {
  const { t } = usePartText('organiser');
  const campaign = useCampaignText();
  const text = useActText(props.act);
  const name = campaign(props.act, 'name');
  return (
    <div class="setup-act">
      {props.offered.map((each) => (
        <Tick
          key={each.way}
          label={each.way === null ? name : t('field.way', { act: name, way: text(`ways.${each.way}.name`) })}
          note={each.way === null ? campaign(props.act, 'line') : text(`ways.${each.way}.text`)}
          on={props.chosen.some(({ act, way }) => act === each.act && way === each.way)}
          change={() => props.toggle(each)}
        />
      ))}
    </div>
  );
}
