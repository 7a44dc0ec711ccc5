declare module 'virtual:language/*' {
  const texts: { readonly [key: string]: unknown };
  export default texts;
}

declare module 'virtual:bank/items' {
  const bank: {
    readonly ideas: readonly { readonly id: string; readonly group: number }[];
    readonly files: readonly { readonly file: string; readonly idea: string; readonly value: unknown }[];
  };
  export default bank;
}

declare module 'virtual:bank/texts' {
  /** By group and language, such as `3/zh-Hant`. */
  const loaders: Readonly<Record<string, () => Promise<{ default: object }>>>;
  export default loaders;
}

declare module 'virtual:parts' {
  /** By part and language, such as `team/zh-Hant`. */
  const loaders: Readonly<Record<string, () => Promise<{ default: object }>>>;
  export default loaders;
}
