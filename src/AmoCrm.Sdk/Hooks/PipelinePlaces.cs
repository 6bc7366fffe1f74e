using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Hooks;

/// <summary>Finds where the next pipeline or stage goes. It reads the two members it needs, so that it depends on no model.</summary>
internal static class PipelinePlaces
{
    /// <summary>What amoCRM leaves between neighbours, so that another fits in.</summary>
    private const int Step = 10;

    /// <summary>The final stages stand at 10000 (won, 142) and 11000 (lost, 143); a new stage has to be in front of them.</summary>
    private const int FirstFinalSort = 10000;

    private static readonly Operation<string, IReadOnlyList<Place>> Pipelines = Places("amocrm_list_pipelines", "/api/v4/leads/pipelines", "pipelines");

    private static readonly Operation<string, IReadOnlyList<Place>> Statuses = Places("amocrm_list_statuses", "/api/v4/leads/pipelines/{pipeline_id}/statuses", "statuses");

    public static async Task<int> NextPipelineSortAsync(AmoCrmApi api, CancellationToken cancellationToken)
    {
        var places = await api.SendAsync(Pipelines, "/api/v4/leads/pipelines", cancellationToken).ConfigureAwait(false);
        return NextSort(places, int.MaxValue);
    }

    public static async Task<int> NextStageSortAsync(AmoCrmApi api, long pipelineId, CancellationToken cancellationToken)
    {
        var path = $"/api/v4/leads/pipelines/{ApiPath.Segment(pipelineId, "pipeline_id")}/statuses";
        var places = await api.SendAsync(Statuses, path, cancellationToken).ConfigureAwait(false);
        return NextSort([.. places.Where(static place => !place.IsFinal)], FirstFinalSort);
    }

    /// <summary>After the last, or as far behind as there is room in front of <paramref name="limit"/>.</summary>
    internal static int NextSort(IReadOnlyList<Place> places, int limit)
    {
        var last = places.Count == 0 ? 0 : places.Max(static place => place.Sort);
        return last >= limit - Step ? Math.Min(last, limit - 2) + 1 : last + Step;
    }

    private static Operation<string, IReadOnlyList<Place>> Places(string handler, string pathTemplate, string name) => new()
    {
        Handler = handler,
        Method = HttpMethod.Get,
        PathTemplate = pathTemplate,
        Effect = HandlerEffect.Read,
        Retry = RetrySafety.Safe,
        Path = static path => path,
        Read = (ref reader, _) => EmbeddedJson.List(ref reader, Encoding.UTF8.GetBytes(name), ReadPlace),
        Absent = static _ => [],
    };

    private static Place ReadPlace(ref Utf8JsonReader reader)
    {
        long id = 0;
        var sort = 0;
        if (!JsonRead.StartObject(ref reader))
        {
            return default;
        }

        while (JsonRead.NextMember(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = JsonRead.Int64OrNull(ref reader) ?? 0;
                    break;
                case 4 when name.SequenceEqual("sort"u8):
                    sort = JsonRead.Int32OrNull(ref reader) ?? 0;
                    break;
                default:
                    JsonRead.Skip(ref reader);
                    break;
            }
        }

        return new Place(id, sort);
    }

    /// <summary>Where a pipeline or stage stands.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly struct Place(long id, int sort)
    {
        public long Id => id;

        public int Sort => sort;

        /// <summary>Won and lost have these ids in every pipeline.</summary>
        public bool IsFinal => Id is 142 or 143;
    }
}
