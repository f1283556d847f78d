using Parking.Api.Domain;

namespace Parking.Api.Services;

public interface IPlateReader
{
    Task<Plate?> ReadAsync(Stream picture, CancellationToken stop = default);
    event EventHandler<Plate>? PlateSeen;
}

public sealed class ManualPlateReader : IPlateReader
{
    public event EventHandler<Plate>? PlateSeen;

    public async Task<Plate?> ReadAsync(Stream picture, CancellationToken stop = default)
    {
        using var reader = new StreamReader(picture);
        var text = await reader.ReadLineAsync(stop);
        if (text is null) return null;
        var plate = new Plate(text);
        PlateSeen?.Invoke(this, plate);
        return plate;
    }
}

#if CAMERA
public sealed class CameraPlateReader : IPlateReader
{
    public event EventHandler<Plate>? PlateSeen;
    public Task<Plate?> ReadAsync(Stream picture, CancellationToken stop = default) => Task.FromResult<Plate?>(null);
}
#endif
