using AmoCrm.Sdk.Benchmarks.Data;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>One lead by its id, without a network.</summary>
public class GetLeadOverStub() : GetLeadCase(new StubServer(Answer));
