// Measures tokenizers of npm for bench_tokens: reads lines "NAME<tab>FILE<tab>BYTES" and answers
// each with a line of JSON. The argument is the encoding.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const encoding = process.argv[2];
const { get_encoding } = await import("tiktoken");
const gptTokenizer = await import(`gpt-tokenizer/encoding/${encoding}`);
const tiktoken = get_encoding(encoding);

const encoders = {
  tiktoken: (text) => tiktoken.encode_ordinary(text).length,
  "gpt-tokenizer": (text) => gptTokenizer.encode(text, { disallowedSpecial: new Set() }).length,
};

function measure(encode, text, size) {
  const tokens = encode(text); // warm, as it is for Skein
  const begin = performance.now();
  let quickest = Infinity;
  for (let calls = 0; calls < 3 || performance.now() - begin < 500; ++calls) {
    const start = performance.now();
    encode(text);
    quickest = Math.min(quickest, performance.now() - start);
  }
  return { rate: size / 1e3 / quickest, tokens };
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, path, size] = line.split("\t");
  const bytes = readFileSync(path).subarray(0, Number(size));
  let answer;
  try {
    answer = measure(encoders[name], bytes.toString("utf8"), bytes.length);
  } catch {
    answer = { failure: "fails" };
  }
  console.log(JSON.stringify(answer));
}
