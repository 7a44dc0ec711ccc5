/** The parts of an xAPI 1.0.3 statement that this server writes (specification: xAPI-Data, 2.4). */

/** A text by language tag (RFC 5646). */
export type LanguageMap = Readonly<Record<string, string>>;

export interface Component {
  readonly id: string;
  readonly description?: LanguageMap;
}

export interface Definition {
  readonly type: string;
  readonly name?: LanguageMap;
  readonly description?: LanguageMap;
  readonly interactionType?: 'choice' | 'sequencing' | 'matching' | 'numeric';
  readonly correctResponsesPattern?: readonly string[];
  readonly choices?: readonly Component[];
  readonly source?: readonly Component[];
  readonly target?: readonly Component[];
}

export interface Activity {
  readonly objectType: 'Activity';
  readonly id: string;
  readonly definition: Definition;
}

/** By the account alone: never an address of a person. */
export interface Party<Type extends 'Agent' | 'Group'> {
  readonly objectType: Type;
  readonly name?: string;
  readonly account: { readonly homePage: string; readonly name: string };
}

export interface Result {
  readonly score?: {
    /** −1 to 1. */
    readonly scaled?: number;
    readonly raw?: number;
    readonly min?: number;
    readonly max?: number;
  };
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly response?: string;
  /** ISO 8601, to a hundredth of a second. */
  readonly duration?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * `version` is left out, as the specification asks (2.4.10): which version is followed stands in a header of the
 * request. `stored` and `authority` are the store's. The player's language is not known to the server, and an unknown
 * `language` must not be given.
 */
export interface Statement {
  readonly id: string;
  readonly actor: Party<'Agent'>;
  readonly verb: { readonly id: string; readonly display: LanguageMap };
  readonly object: Activity;
  readonly result?: Result;
  readonly context: {
    readonly registration: string;
    readonly team: Party<'Group'>;
    readonly platform: string;
    readonly revision?: string;
    readonly contextActivities: {
      readonly parent?: readonly Activity[];
      readonly grouping?: readonly Activity[];
      readonly category: readonly Activity[];
    };
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  /** ISO 8601 in UTC with milliseconds. */
  readonly timestamp: string;
}
