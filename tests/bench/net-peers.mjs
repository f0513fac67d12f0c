// Decodes an event stream with npm's openai client and prints megabytes a second:
//     node net-peers.mjs FILE
import { readFileSync } from 'node:fs';
import { Stream } from 'openai/streaming';

const bytes = readFileSync(process.argv[2]);
const piece = 65536; // as a socket gives them

function response() {
  let at = 0;
  return new Response(new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at += piece));
    },
  }));
}

async function decode() {
  let letters = 0;
  for await (const chunk of Stream.fromSSEResponse(response(), new AbortController()))
    letters += chunk.choices[0]?.delta?.content?.length ?? 0;
  return letters;
}

await decode();
let quickest = Infinity;
for (let i = 0; i < 5; ++i) {
  const start = process.hrtime.bigint();
  await decode();
  quickest = Math.min(quickest, Number(process.hrtime.bigint() - start) / 1e9);
}
console.log((bytes.length / 1e6 / quickest).toFixed(2));
