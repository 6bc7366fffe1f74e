using Microsoft.Extensions.DependencyInjection;

namespace AmoCrm.Sdk;

/// <summary>The builder of the HTTP client under a name of ours, so that not every HTTP client can be told to use amoCRM's settings.</summary>
/// <param name="http">The builder of the HTTP client.</param>
internal sealed class AmoCrmBuilder(IHttpClientBuilder http) : IAmoCrmBuilder
{
    public string Name => http.Name;

    public IServiceCollection Services => http.Services;
}
