// The SDK for JavaScript v3, pointed at the simulator by the environment alone: one caller allowed, another denied.
// Arguments: the agent's ARN. BOB_ACCESS_KEY_ID and BOB_SECRET_ACCESS_KEY are the other caller's.

import { BedrockAgentCoreClient, InvokeAgentRuntimeCommand } from "@aws-sdk/client-bedrock-agentcore";
import { check, expect } from "./report.mjs";

const [agentRuntimeArn] = process.argv.slice(2);
const invoke = async (client) => {
  const answer = await client.send(
    new InvokeAgentRuntimeCommand({ agentRuntimeArn, payload: JSON.stringify({ prompt: "hello" }) }),
  );
  return answer.response.transformToString();
};

await check("the caller of the environment is allowed", async () => {
  const answer = await invoke(new BedrockAgentCoreClient({}));
  expect(answer.includes("hello"), answer);
});
await check("another caller is denied with AWS's words", async () => {
  const bob = new BedrockAgentCoreClient({
    maxAttempts: 1,
    credentials: { accessKeyId: process.env.BOB_ACCESS_KEY_ID, secretAccessKey: process.env.BOB_SECRET_ACCESS_KEY },
  });
  const denial = await invoke(bob).then((answer) => new Error(`allowed: ${answer}`), (failure) => failure);
  expect(denial.name === "AccessDeniedException", `${denial.name}: ${denial.message}`);
  expect(/because no VPC endpoint policy allows/.test(denial.message), denial.message);
});
