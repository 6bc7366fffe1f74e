using System.Text;

namespace AmoCrm.Sdk.Json;

/// <summary>UTF-8 that refuses what is none, where .NET's own would put replacement characters.</summary>
internal static class StrictUtf8
{
    public static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
