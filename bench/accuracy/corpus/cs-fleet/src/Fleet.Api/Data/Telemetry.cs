namespace Fleet.Api.Data;

public class TelemetryBuffer
{
    private readonly Queue<double> _samples = new();

    public void Push(double sample)
    {
        _samples.Enqueue(sample;
    }
}
