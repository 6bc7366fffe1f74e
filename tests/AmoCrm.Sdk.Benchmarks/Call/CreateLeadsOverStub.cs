using AmoCrm.Sdk.Benchmarks.Data;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>50 leads created in one request, without a network.</summary>
public class CreateLeadsOverStub() : CreateLeadsCase(new StubServer(Answer));
