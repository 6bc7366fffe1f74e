using AmoCrm.Sdk.Benchmarks.Data;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>A page of 250 leads, without a network.</summary>
public class GetLeadsOverStub() : GetLeadsCase(new StubServer(Answer));
