import { Component, type ComponentChildren } from 'preact';
import { shellText } from '../../i18n/index.ts';
import { Trouble } from './trouble.tsx';

/** The last net: a screen that throws is replaced by a message and a way on; what is earned is already kept. */
export class Guard extends Component<{ children: ComponentChildren }, { torn: boolean }> {
  override state = { torn: false };

  override componentDidCatch(error: unknown): void {
    reportError(error);
    this.setState({ torn: true });
  }

  override render() {
    if (!this.state.torn) return this.props.children;
    return (
      <main class="screen page page-narrow">
        <Trouble heading={shellText('error.heading')} text={shellText('error.text')}>
          <button type="button" class="button button-main" onClick={() => location.reload()}>
            {shellText('error.reload')}
          </button>
        </Trouble>
      </main>
    );
  }
}
