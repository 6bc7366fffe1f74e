using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk;

/// <summary>A text that must not be seen: a token, a client secret, a code. Whatever prints it prints <c>***</c>: <see cref="ToString"/>, the debugger, JSON, logs. <see cref="Reveal"/> gives the text.</summary>
/// <example>
/// <code>
/// var settings = new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "eyJ0…" };   // a string becomes a secret
/// string token = settings.AccessToken.Reveal();                                          // and only this gives it back
/// </code>
/// </example>
[DebuggerDisplay(Mask)]
[DebuggerTypeProxy(typeof(AmoCrmSecretDebugView))]
[JsonConverter(typeof(AmoCrmSecretJsonConverter))]
public sealed class AmoCrmSecret : IEquatable<AmoCrmSecret>
{
    /// <summary>What is printed in the place of every secret, whatever its length.</summary>
    public const string Mask = "***";

    private readonly string _value;

    /// <summary>Makes a secret.</summary>
    /// <param name="value">The text.</param>
    public AmoCrmSecret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Makes a secret of a text; null stays null.</summary>
    /// <param name="value">The text.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AmoCrmSecret?(string? value) => FromString(value);

    /// <summary>True when both are the same text. Takes as long whether they differ early or late.</summary>
    public static bool operator ==(AmoCrmSecret? left, AmoCrmSecret? right) => left is null ? right is null : left.Equals(right);

    /// <summary>True when they are different texts.</summary>
    public static bool operator !=(AmoCrmSecret? left, AmoCrmSecret? right) => !(left == right);

    /// <summary>Makes a secret of a text; null stays null.</summary>
    /// <param name="value">The text.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static AmoCrmSecret? FromString(string? value) => value is null ? null : new AmoCrmSecret(value);

    /// <summary>Nothing is in it: such a secret counts as absent.</summary>
    internal bool IsEmpty => _value.Length == 0;

    /// <summary>The text itself. Give it to nothing that logs.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] AmoCrmSecret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(_value.AsSpan()), MemoryMarshal.AsBytes(other._value.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AmoCrmSecret);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary><c>***</c>.</summary>
    public override string ToString() => Mask;
}
