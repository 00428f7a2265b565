// The official MCP client for TypeScript against the gateway endpoint: the handshake, the list of tools, a call.
// Arguments: the gateway's URL. A bearer token comes in PLSIM_TOKEN.

import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { check, expect } from "./report.mjs";

const [gateway] = process.argv.slice(2);
const client = new Client({ name: "plsim-client-tests", version: "1.0.0" });
const transport = new StreamableHTTPClientTransport(new URL("/mcp", gateway), {
  requestInit: { headers: { Authorization: `Bearer ${process.env.PLSIM_TOKEN}` } },
});

await check("initialize", async () => {
  await client.connect(transport);
  expect(client.getServerVersion()?.name, "the server said no name");
});
await check("tools/list", async () => {
  const { tools } = await client.listTools();
  expect(tools.some((tool) => tool.name === "echo"), `no echo among ${tools.map((tool) => tool.name)}`);
});
await check("tools/call", async () => {
  const result = await client.callTool({ name: "echo", arguments: { word: "hello" } });
  expect(JSON.parse(result.content[0].text).word === "hello", JSON.stringify(result));
});
await client.close();
