async def test_healthz(client):
    response = await client.get("/healthz")
    assert response.status == 200


async def test_add_part(client):
    response = await client.post("/v1/parts", json={"sku": "B-2", "title": "Bell", "net": 500})
    assert response.status == 201
