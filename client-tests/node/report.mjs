// One line of JSON a check on stdout; the Java side makes a test of each. Nothing else goes to stdout.

export async function check(name, run) {
  try {
    await run();
    console.log(JSON.stringify({ name, ok: true }));
  } catch (failure) {
    const detail = `${failure?.name ?? "Error"}: ${failure?.message ?? failure}`;
    console.log(JSON.stringify({ name, ok: false, detail }));
  }
}

export function expect(truth, message) {
  if (!truth) {
    throw new Error(message);
  }
}
