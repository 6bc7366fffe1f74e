using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Redis.Scripts;

/// <summary>What the server decided about a request. Times are microseconds on its clock.</summary>
/// <param name="IsGiven">Whether it may go now.</param>
/// <param name="At">When it may go, or asks again.</param>
/// <param name="Now">When that was decided.</param>
/// <param name="Processes">How many processes share the account's limits.</param>
/// <param name="IsNew">Whether the server did not know this process.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Decision(bool IsGiven, long At, long Now, int Processes, bool IsNew)
{
    public TimeSpan Wait => TimeSpan.FromMicroseconds(At - Now);
}
