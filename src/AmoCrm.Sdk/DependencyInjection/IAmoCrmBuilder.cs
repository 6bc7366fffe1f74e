namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// What <see cref="AmoCrmServiceCollectionExtensions.AddAmoCrm(IServiceCollection, Action{AmoCrm.Sdk.AmoCrmClientOptions}?)"/> answers: says where settings come from
/// (<c>UseConfiguration</c>, <c>UseMongoDb</c>), and is the builder of the HTTP client as well, for further handlers.
/// </summary>
/// <remarks>The <c>Use…</c> methods come first in a chain: those of the HTTP client answer an <see cref="IHttpClientBuilder"/> only.</remarks>
public interface IAmoCrmBuilder : IHttpClientBuilder;
