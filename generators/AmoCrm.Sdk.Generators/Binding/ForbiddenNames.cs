namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Names that a model or enum may not have: users of the SDK have these in scope by implicit usings, or the SDK has them itself.</summary>
internal static class ForbiddenNames
{
    private static readonly HashSet<string> DotNet = new(StringComparer.OrdinalIgnoreCase)
    {
        "Action", "Activator", "Array", "Attribute", "Barrier", "BitConverter", "Boolean", "Buffer", "Byte", "Char", "Comparer", "Console", "Convert",
        "Date", "DateOnly", "DateTime", "DateTimeKind", "DateTimeOffset", "DayOfWeek", "Decimal", "Delegate", "Dictionary", "Directory", "DirectoryInfo",
        "Double", "Enum", "Enumerable", "Environment", "Event", "EventArgs", "EventHandler", "Exception", "File", "FileInfo", "FileMode", "Func", "Guid", "Half",
        "HashCode", "HashSet", "HttpClient", "HttpContent", "HttpMethod", "HttpRequestMessage", "HttpResponseMessage", "Index", "Int32", "Int64", "Lazy",
        "List", "Lock", "Math", "Memory", "Monitor", "Mutex", "Nullable", "Object", "Parallel", "Path", "PeriodicTimer", "Predicate", "Progress", "Queue",
        "Random", "Range", "Semaphore", "Single", "Span", "Stack", "Stream", "StreamReader", "StreamWriter", "String", "StringComparison", "System", "Task",
        "TaskStatus", "Thread", "ThreadPool", "TimeOnly", "Timeout", "Timer", "TimeProvider", "TimeSpan", "TimeZone", "TimeZoneInfo", "Tuple", "Type", "Uri",
        "ValueTask", "ValueTuple", "Version", "Void", "Volatile",
    };

    private static readonly HashSet<string> Sdk = new(StringComparer.OrdinalIgnoreCase)
    {
        "AdditionalData", "Argument", "ArgumentReader", "AssignedMembers", "EngineStep", "Guard", "HandlerCatalog", "HandlerDescriptor", "HandlerEffect",
        "HandlerParameter", "HandlerTable", "JsonRead", "JsonWrite", "NoArguments", "NoContent", "Operation", "Page", "PageWindow", "QueryString", "RetrySafety",
    };

    /// <summary>What the name would hide, or null when it is free.</summary>
    public static string? Hides(string name)
    {
        if (DotNet.Contains(name))
        {
            return $"the .NET name '{name}'";
        }

        return Sdk.Contains(name) || RuntimeTypes.HandWritten.ContainsKey(name) || name.StartsWith("AmoCrm", StringComparison.Ordinal)
            ? $"the SDK's own '{name}'"
            : null;
    }
}
