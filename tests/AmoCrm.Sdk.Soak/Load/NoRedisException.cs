namespace AmoCrm.Sdk.Soak.Load;

/// <summary>There is no real Redis to run against.</summary>
internal sealed class NoRedisException(string message) : Exception(message);
