namespace Laundry.Infrastructure;

public class Result<T>
{
    private readonly T? _value;

    private Result(T? value, string? error)
    {
        _value = value;
        Error = error;
    }

    public string? Error { get; }

    public static Result<T> Ok(T value) => new(value, null);

    public static Result<T> Fail(string error) => new(default, error);

    public TOut Match<TOut>(Func<T, TOut> ok, Func<string, TOut> fail) =>
        Error is null ? ok(_value!) : fail(Error);

    public Result<TOut> Bind<TOut>(Func<T, Result<TOut>> next) =>
        Match(next, Result<TOut>.Fail;
}
