using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk.Hosting;

/// <summary>Says what is wrong with options, all at once.</summary>
internal sealed class AmoCrmHealthCheckOptionsValidator : IValidateOptions<AmoCrmHealthCheckOptions>
{
    private static readonly TimeSpan Least = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, AmoCrmHealthCheckOptions options)
    {
        var problems = new List<string>();
        if (options.RefreshTokenWarningAge < Least || options.RefreshTokenWarningAge > AmoCrmHealthCheckOptions.RefreshTokenLife)
        {
            problems.Add($"{nameof(AmoCrmHealthCheckOptions)}.{nameof(options.RefreshTokenWarningAge)} must be from {Least.TotalDays} to {AmoCrmHealthCheckOptions.RefreshTokenLife.TotalDays} days: a refresh token lives for three months.");
        }

        if (options.Agents.Any(string.IsNullOrEmpty))
        {
            problems.Add($"{nameof(AmoCrmHealthCheckOptions)}.{nameof(options.Agents)} must not hold an empty name.");
        }

        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
