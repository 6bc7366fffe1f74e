using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk.Hosting;

/// <summary>Says what is wrong with options.</summary>
internal sealed class AmoCrmSignatureOptionsValidator : IValidateOptions<AmoCrmSignatureOptions>
{
    private static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, AmoCrmSignatureOptions options) =>
        ProblemOf(options) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;

    public static string? ProblemOf(AmoCrmSignatureOptions options) =>
        options.ClockSkew >= TimeSpan.Zero && options.ClockSkew <= LargestSkew
            ? null
            : $"{nameof(AmoCrmSignatureOptions)}.{nameof(options.ClockSkew)} must be from zero to {LargestSkew.TotalMinutes} minutes: set the machine's clock right instead.";
}
