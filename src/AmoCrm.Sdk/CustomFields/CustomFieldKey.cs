using System.Buffers;
using System.Globalization;

namespace AmoCrm.Sdk;

/// <summary>What a key of <see cref="CustomFieldInput"/> says by its look alone: digits are an id, capitals a code, all else has to be looked up.</summary>
/// <param name="text">The key.</param>
internal readonly struct CustomFieldKey(string text)
{
    public string Text => text;

    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    public long? Id => long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    public string? Code => char.IsAsciiLetterUpper(Text[0]) && !Text.AsSpan().ContainsAnyExcept(CodeCharacters) ? Text : null;

    /// <summary>Whether the key can be sent without knowing the account's fields.</summary>
    public bool IsSendable => Id is not null || Code is not null;
}
