using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmoCrm.Sdk.Hosting;

/// <summary>Looks at what the store knows about the tokens of agents. amoCRM is not asked: a check that spends requests or tokens does more harm than good.</summary>
/// <param name="settings">The store.</param>
/// <param name="options">What to look at.</param>
/// <param name="defaultAgent">The agent where neither options nor a store name any.</param>
internal sealed class AmoCrmHealthCheck(IAmoCrmSettingsResolver settings, AmoCrmHealthCheckOptions options, string defaultAgent) : IHealthCheck
{
    private const int ProblemsTold = 10;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var agents = new SortedDictionary<string, AgentHealth>(StringComparer.Ordinal);
        var storeProblem = await LookAsync(agents, cancellationToken).ConfigureAwait(false);
        var problems = agents.Values.OrderBy(static agent => agent.Status).Select(static agent => agent.Problem).Prepend(storeProblem).OfType<string>().ToList();
        var status = storeProblem is null ? agents.Values.Select(static agent => agent.Status).Append(HealthStatus.Healthy).Min() : HealthStatus.Unhealthy;
        return new HealthCheckResult(
            status == HealthStatus.Unhealthy ? context.Registration.FailureStatus : status,
            problems.Count == 0 ? $"{agents.Count} agents, nothing is wrong." : Told(problems),
            data: agents.ToDictionary(static agent => agent.Key, static agent => (object)agent.Value.State, StringComparer.Ordinal));
    }

    /// <returns>Why the store cannot be read; null when it can. What a foreign store throws is not told: it may quote what it read.</returns>
    private async Task<string?> LookAsync(SortedDictionary<string, AgentHealth> agents, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var agentId in await AgentsAsync(cancellationToken).ConfigureAwait(false))
            {
                agents[agentId] = await LookAsync(agentId, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        catch (AmoCrmException exception)
        {
            return exception.Message;
        }
#pragma warning disable CA1031 // Whatever a store throws, the answer is the same.
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
#pragma warning restore CA1031
        {
            return $"The settings cannot be read: {settings.GetType().Name} failed with {exception.GetType().Name}.";
        }
    }

    private async Task<AgentHealth> LookAsync(string agentId, CancellationToken cancellationToken)
    {
        try
        {
            if (settings is IAmoCrmTokenStore store)
            {
                return AgentHealth.Of(agentId, await store.ReadTokensAsync(agentId, cancellationToken).ConfigureAwait(false), options.RefreshTokenWarningAge);
            }

            await settings.ResolveAsync(agentId, cancellationToken).ConfigureAwait(false);
            return AgentHealth.SettingsOnly;
        }
        catch (AmoCrmConfigurationException exception)
        {
            // Of this agent alone; a store that cannot be read at all ends the check, so that it does not wait for it once for each agent.
            return AgentHealth.Unreadable(exception.Message);
        }
    }

    private async Task<IEnumerable<string>> AgentsAsync(CancellationToken cancellationToken)
    {
        if (options.Agents.Count > 0)
        {
            return options.Agents;
        }

        if (settings is not IAmoCrmSettingsStore store)
        {
            return [defaultAgent];
        }

        var agents = new List<string>();
        await foreach (var agentId in store.ListAgentsAsync(cancellationToken).ConfigureAwait(false))
        {
            agents.Add(agentId);
        }

        return agents;
    }

    private static string Told(List<string> problems) =>
        string.Join(' ', problems.Take(ProblemsTold)) + (problems.Count > ProblemsTold ? $" And {problems.Count - ProblemsTold} more." : string.Empty);
}
