using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Paging;

/// <summary>Which page the caller asked for; null where he left it to us.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PageWindow(int? page, int? limit)
{
    public int? Page => page;

    public int? Limit => limit;
}
