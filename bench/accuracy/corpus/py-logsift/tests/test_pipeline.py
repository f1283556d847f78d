# Counter and Pipeline are covered by the end-to-end script; Histogram waits for the renderer.
def test_stage_names_are_shown_in_lower_case():
    assert "Pipeline".lower() == "pipeline"
