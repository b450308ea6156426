/** The package's table of single characters, `traditional simplified…` pairs parted by bars; it ships without a type of its own. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
