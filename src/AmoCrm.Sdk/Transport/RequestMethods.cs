namespace AmoCrm.Sdk.Transport;

/// <summary>What an HTTP method says about a request.</summary>
internal static class RequestMethods
{
    public static bool IsWrite(HttpMethod method) => method != HttpMethod.Get && method != HttpMethod.Head && method != HttpMethod.Options;

    public static RetrySafety DefaultRetry(HttpMethod method)
    {
        if (!IsWrite(method))
        {
            return RetrySafety.Safe;
        }

        return method == HttpMethod.Put || method == HttpMethod.Delete ? RetrySafety.Idempotent : RetrySafety.Unsafe;
    }
}
