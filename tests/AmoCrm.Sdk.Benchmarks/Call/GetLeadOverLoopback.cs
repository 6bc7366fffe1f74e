using AmoCrm.Sdk.Benchmarks.Data;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>One lead by its id, over a connection to a web server on this machine.</summary>
public class GetLeadOverLoopback() : GetLeadCase(LoopbackServer.Start(Answer));
