using Microsoft.AspNetCore.Http;

namespace AmoCrm.Emulator.Recording;

/// <summary>Headers for the log: the values that are secrets are masked.</summary>
internal static class HeaderMask
{
    public static IReadOnlyDictionary<string, string> Apply(IHeaderDictionary headers) =>
        headers.ToDictionary(header => header.Key, header => Mask(header.Key, header.Value.ToString()), StringComparer.OrdinalIgnoreCase);

    private static string Mask(string name, string value) => name.ToUpperInvariant() switch
    {
        "AUTHORIZATION" => value.Split(' ')[0] + " ***",
        "X-REFRESH-TOKEN" or "COOKIE" => "***",
        _ => value,
    };
}
