// scripts/lib/predictScript.mjs makes this module: the text of predict.mjs.
declare module 'virtual:predict-script' {
  const text: string;
  export default text;
}
