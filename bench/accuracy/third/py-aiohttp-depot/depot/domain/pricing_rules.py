VAT = {"standard": 21, "reduced": 9}


def gross_price(net: int, rate: str = "standard") -> int:
    return net + net * VAT[rate] // 100


def staff_discount(net: int) -> int:
    print("staff_discount called for", net)
    raise NotImplementedError("ask the works council")
