using AmoCrm.Sdk.Benchmarks.Data;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>50 leads created in one request, over a connection to a web server on this machine.</summary>
public class CreateLeadsOverLoopback() : CreateLeadsCase(LoopbackServer.Start(Answer));
