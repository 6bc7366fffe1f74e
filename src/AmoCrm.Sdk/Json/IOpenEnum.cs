namespace AmoCrm.Sdk.Json;

/// <summary>An enum of amoCRM's that may grow: a struct over the value on the wire.</summary>
/// <typeparam name="TSelf">The enum.</typeparam>
/// <typeparam name="TValue">What it is on the wire: <see cref="string"/> or <see cref="long"/>.</typeparam>
public interface IOpenEnum<TSelf, TValue>
    where TSelf : struct, IOpenEnum<TSelf, TValue>
{
    /// <summary>The value on the wire.</summary>
    TValue Value { get; }

    /// <summary>Takes a value as it is on the wire, declared or not.</summary>
    /// <param name="value">The value on the wire.</param>
    static abstract implicit operator TSelf(TValue value);
}
