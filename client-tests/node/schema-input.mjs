// Turns a raw request (target, headers, JSON body) into the input of the SDK's command, following the SDK's own schema:
// labels, query and header members from where they are bound, the rest from the body, with dates and bytes as the SDK
// wants them. Schemas are arrays: [kind, namespace, name, traits, member names, member schemas, ...].

const SIMPLE = 0;
const LIST = 1;
const MAP = 2;
const BLOB = 21;
const STREAMING_BLOB = 42;
const PAYLOAD_BIT = 16;
const TIMESTAMPS = new Set([4, 5, 6, 7]);

const resolve = (schema) => (typeof schema === "function" ? schema() : schema);

/** A member's schema stands bare or in a pair with its traits, which are an object or a number of bits. */
function member(schema) {
  const found = resolve(schema);
  const pair = Array.isArray(found) && found.length === 2;
  return { target: bare(pair ? found[0] : found), traits: pair ? traitsOf(found[1]) : {} };
}

/** A named simple type wraps the type itself. */
function bare(schema) {
  const found = resolve(schema);
  return Array.isArray(found) && found[0] === SIMPLE ? found[4] : found;
}

const traitsOf = (traits) => (typeof traits === "number" ? { httpPayload: (traits & PAYLOAD_BIT) > 0 } : traits);

function convert(schema, value) {
  const target = bare(schema);
  if (TIMESTAMPS.has(target) && typeof value === "number") {
    return new Date(value * 1000);
  }
  if (target === BLOB || target === STREAMING_BLOB) {
    return new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
  }
  if (!Array.isArray(target)) {
    // The low bits say what is in it, the high ones that it is a list (64) or a map (128) of that.
    if (Array.isArray(value) && target >= 64 && target < 128) {
      return value.map((item) => convert(target - 64, item));
    }
    return value;
  }
  const [kind, , , , names, schemas] = target;
  if (kind === LIST) {
    return value.map((item) => convert(member(target[4]).target, item));
  }
  if (kind === MAP) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, convert(member(target[5]).target, v)]));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const at = names.indexOf(name);
      return [name, at < 0 ? item : convert(member(schemas[at]).target, item)];
    }),
  );
}

function labels(template, path, filled) {
  const wanted = template.split("?")[0].split("/");
  const given = path.split("/");
  return Object.fromEntries(
    wanted.flatMap((segment, i) =>
      segment.startsWith("{") ? [[segment.replace(/[{}+]/g, ""), filled(decodeURIComponent(given[i]))]] : [],
    ),
  );
}

export function inputOf(operation, { target, headers, body, filled }) {
  const [, , , traits, inputSchema] = operation;
  const [path, query = ""] = target.split("?");
  const [, , , , names, schemas] = resolve(inputSchema);
  const inQuery = new URLSearchParams(filled(query));
  const inHeaders = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const input = labels(traits.http[1], path, filled);
  names.forEach((name, i) => {
    const { target: schema, traits: bound } = member(schemas[i]);
    if (bound.httpQuery && inQuery.has(bound.httpQuery)) {
      const text = inQuery.get(bound.httpQuery);
      input[name] = schema === 1 ? Number(text) : text;
    } else if (bound.httpHeader && inHeaders.has(bound.httpHeader.toLowerCase())) {
      input[name] = inHeaders.get(bound.httpHeader.toLowerCase());
    } else if (bound.httpPayload) {
      input[name] = convert(schema, body);
    } else if (name in body) {
      input[name] = convert(schema, body[name]);
    }
  });
  return input;
}
