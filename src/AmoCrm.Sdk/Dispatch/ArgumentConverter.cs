using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>Turns one argument of a dynamic call into its C# value; null when it says no more than its absence would, as an empty filter does.</summary>
/// <exception cref="AmoCrmArgumentException">The value is of the wrong kind.</exception>
internal delegate T? ArgumentConverter<out T>(JsonElement value, ArgumentContext context);
