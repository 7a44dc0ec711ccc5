declare module 'virtual:language/*' {
  const texts: { readonly [key: string]: unknown };
  export default texts;
}
