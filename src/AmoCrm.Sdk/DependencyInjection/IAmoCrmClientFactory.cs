namespace AmoCrm.Sdk;

/// <summary>Gives clients of many accounts that share connections.</summary>
public interface IAmoCrmClientFactory
{
    /// <summary>The client of one agent. The same one each time: it need not be kept, and must not be disposed.</summary>
    /// <param name="agentId">The agent: whose settings are used.</param>
    /// <returns>The client.</returns>
    IAmoCrmClient CreateClient(string agentId);
}
