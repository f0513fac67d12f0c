// How long @langchain/core's trimMessages takes for the talk that bench_context wrote, with the
// tokens counted before: see context-run, which reads the line.
import { readFileSync } from "node:fs";
import { AIMessage, HumanMessage, ToolMessage, trimMessages } from "@langchain/core/messages";

const talk = JSON.parse(readFileSync(process.argv[2], "utf8"));
const tokens = new Map();
const messages = talk.messages.map((each) => {
  const message =
    each.role === "user" ? new HumanMessage(each.content)
    : each.role === "tool" ? new ToolMessage({ content: each.content, tool_call_id: "1" })
    : new AIMessage(each.content);
  tokens.set(message, each.tokens);
  return message;
});
// The messages are copied on the way, so the count goes by content where the object is another.
const byContent = new Map(talk.messages.map((each) => [each.content, each.tokens]));
const tokenCounter = (list) =>
  list.reduce((sum, each) => sum + (tokens.get(each) ?? byContent.get(each.content) ?? 0), 0);

const times = [];
for (let run = 0; run < 7; ++run) {
  const begin = performance.now();
  await trimMessages(messages, {
    maxTokens: 15000, strategy: "last", startOn: "human", includeSystem: true, tokenCounter,
  });
  times.push(performance.now() - begin);
}
times.sort((a, b) => a - b);
console.log(`, sliding\ttrimMessages\t${times[3].toFixed(3)}`);
