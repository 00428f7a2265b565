// The SDK for JavaScript and plain HTTPS by AWS's host names, certificates verified: the names lead to loopback, and the
// simulator's authority is trusted through NODE_EXTRA_CA_CERTS alone. Arguments: the TLS port. A bearer token in BEARER_TOKEN.

import https from "node:https";
import { BedrockAgentCoreClient, InvokeAgentRuntimeCommand } from "@aws-sdk/client-bedrock-agentcore";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { check, expect } from "./report.mjs";

const [port] = process.argv.slice(2);
const dataPlane = "bedrock-agentcore.us-east-1.amazonaws.com";
const loopback = (name, options, done) =>
  options.all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4);
const httpsAgent = new https.Agent({ lookup: loopback });

const post = (host, path, body) =>
  new Promise((resolve, reject) => {
    const headers = {
      Authorization: `Bearer ${process.env.BEARER_TOKEN}`,
      "Content-Type": "application/json",
      Accept: "application/json, text/event-stream",
    };
    const request = https.request({ host, port, path, method: "POST", headers, agent: httpsAgent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode));
    });
    request.on("error", reject);
    request.end(body);
  });

await check("the SDK invokes an agent at the Regional name", async () => {
  const client = new BedrockAgentCoreClient({
    region: "us-east-1",
    endpoint: `https://${dataPlane}:${port}`,
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ httpsAgent }),
  });
  const answer = await client.send(
    new InvokeAgentRuntimeCommand({
      agentRuntimeArn: "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1",
      payload: JSON.stringify({ prompt: "by name" }),
    }),
  );
  expect((await answer.response.transformToString()).includes("by name"), "the prompt did not come back");
});
await check("a gateway answers at its own name below the wildcard", async () => {
  const status = await post(`tools-abcdefghij.gateway.${dataPlane}`, "/mcp", '{"jsonrpc":"2.0","id":1,"method":"ping"}');
  expect(status === 200, `status ${status}`);
});
await check("another Region's name is refused in the handshake", async () => {
  const refusal = await post("bedrock-agentcore.eu-west-1.amazonaws.com", "/", "").then(
    (status) => `status ${status}`,
    (error) => error.message,
  );
  expect(/unrecognized name/i.test(refusal), refusal);
});
