// Every operation of AgentCore's service model through the AWS SDK for JavaScript: the SDK signs the request, the stub
// answers, the SDK parses. The requests are those of the stubs' own test, turned into command inputs by the SDK's schemas.
// Arguments: the endpoint, the file of requests.

import { readFileSync } from "node:fs";
import * as sdk from "@aws-sdk/client-bedrock-agentcore";
import { check, expect } from "./report.mjs";
import { inputOf } from "./schema-input.mjs";

const [endpoint, requestsFile] = process.argv.slice(2);
const client = new sdk.BedrockAgentCoreClient({ endpoint, region: "us-east-1", maxAttempts: 1 });
const kept = {};

const filled = (text) => text.replace(/\$\{(\w+)\}/g, (_, name) => kept[name]);

function deepFilled(value) {
  if (typeof value === "string") {
    return filled(value);
  }
  if (Array.isArray(value)) {
    return value.map(deepFilled);
  }
  return value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, deepFilled(member)]))
    : value;
}

/** Reads streams to their end, so that a frame the SDK cannot parse is noticed. */
async function drain(output) {
  let frames = 0;
  for (const value of Object.values(output)) {
    if (typeof value?.transformToString === "function") {
      await value.transformToString();
    } else if (value && value[Symbol.asyncIterator]) {
      for await (const frame of value) {
        expect(!frame.$unknown, `unknown event ${JSON.stringify(frame.$unknown)}`);
        frames++;
      }
      expect(frames > 0, "the event stream was empty");
    }
  }
}

const { requests } = JSON.parse(readFileSync(requestsFile, "utf8"));
for (const step of requests) {
  await check(step.operation, async () => {
    const input = inputOf(sdk[`${step.operation}$`], {
      target: step.request.split(" ")[1],
      headers: deepFilled(step.headers ?? {}),
      body: deepFilled(step.body ?? {}),
      filled,
    });
    const output = await client.send(new sdk[`${step.operation}Command`](input));
    expect(output.$metadata.httpStatusCode < 300, `status ${output.$metadata.httpStatusCode}`);
    for (const [name, pointer] of Object.entries(step.keep ?? {})) {
      kept[name] = pointer
        .slice(1)
        .split("/")
        .reduce((value, member) => value?.[member], output);
      // What the service gives beyond the model, an SDK does not show.
      expect(kept[name] !== undefined || step.beyondTheModel, `no ${pointer} in the answer`);
    }
    await drain(output);
  });
}
client.destroy();
