from logsift import FieldFilter, all_of, parse


def test_all_of_needs_every_predicate():
    record = parse('{"msg": "late", "status": "500"}')
    accept = all_of(FieldFilter.from_expression("status=500"), FieldFilter.from_expression("host=a"))
    assert not accept(record)
