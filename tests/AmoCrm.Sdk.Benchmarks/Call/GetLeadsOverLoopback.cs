using AmoCrm.Sdk.Benchmarks.Data;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>A page of 250 leads, over a connection to a web server on this machine.</summary>
public class GetLeadsOverLoopback() : GetLeadsCase(LoopbackServer.Start(Answer));
