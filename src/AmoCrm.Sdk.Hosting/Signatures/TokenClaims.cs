using System.Globalization;
using System.Text.Json;

namespace AmoCrm.Sdk.Hosting;

/// <summary>The claims of a token whose signature is right, read with their types. A claim that is missing or wrong is named, its value is not.</summary>
/// <param name="payload">The token's payload.</param>
internal sealed class TokenClaims(JsonElement payload)
{
    private static readonly double LastMoment = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public string Text(string claim) =>
        Find(claim) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : throw Wrong(claim, "a text");

    /// <summary>An id: a whole number above zero, or such a number in quotes.</summary>
    public long Id(string claim)
    {
        var value = Find(claim);
        var id = value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => 0,
        };
        return id > 0 ? id : throw Wrong(claim, "an id");
    }

    /// <summary>False where the claim is missing: nobody becomes an administrator by that.</summary>
    public bool Flag(string claim) => Find(claim).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Undefined => false,
        _ => throw Wrong(claim, "true or false"),
    };

    /// <summary>Seconds since 1970; the standard allows fractions.</summary>
    public DateTimeOffset Time(string claim) =>
        Find(claim) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var seconds) && seconds >= 0 && seconds <= LastMoment
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : throw Wrong(claim, "a time in seconds");

    /// <summary>One text or several, as the standard has it for <c>aud</c>.</summary>
    public IReadOnlyList<string> Texts(string claim)
    {
        var value = Find(claim);
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(static item => item.GetString()!)]
            : [Text(claim)];
    }

    public static AmoCrmSignatureException Wrong(string claim, string expected) =>
        new(AmoCrmSignatureFailure.WrongClaim, $"The token's claim '{claim}' is missing or is not {expected}: this is no such token of amoCRM.");

    private JsonElement Find(string claim) => payload.TryGetProperty(claim, out var value) ? value : default;
}
