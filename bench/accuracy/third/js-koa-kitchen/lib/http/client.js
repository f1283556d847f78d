export async function fetchPrices(base) {
  const response = await fetch(new URL("/prices", base), { method: "GET" });
  return response.json();
}
