using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The two halves that part after binding: the model without places, and the mistakes with theirs.</summary>
internal sealed record BoundManifest(SdkModel Sdk, EquatableArray<ManifestDiagnostic> Diagnostics);
