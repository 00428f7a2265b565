// The bedrock-agentcore SDK for TypeScript, pointed at the simulator by the environment alone.

import { Browser } from "bedrock-agentcore/browser";
import { CodeInterpreter } from "bedrock-agentcore/code-interpreter";
import { check, expect } from "./report.mjs";

const interpreter = new CodeInterpreter({ region: process.env.AWS_REGION });
await check("a code interpreter session starts", async () => {
  const session = await interpreter.startSession({ sessionName: "from-typescript" });
  expect(session.sessionId, JSON.stringify(session));
});
await check("code is executed over the event stream", async () => {
  const result = await interpreter.executeCode({ code: "print(1)", language: "python" });
  expect(typeof result === "string", JSON.stringify(result));
});
await check("the session stops", () => interpreter.stopSession());

const browser = new Browser({ region: process.env.AWS_REGION });
await check("a browser session starts and stops", async () => {
  const session = await browser.startSession({ sessionName: "from-typescript" });
  expect(session.sessionId, JSON.stringify(session));
  await browser.stopSession();
});
