import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** What a board is narrowed down to stands in its address: it can be sent to somebody, and "back" undoes it. */
export const useAddressFilter = <Name extends string>(names: readonly Name[]) => {
  const route = useRoute();
  const router = useRouter();
  const filter = computed(
    () =>
      Object.fromEntries(
        names.flatMap((name) => {
          const value = route.query[name];
          return typeof value === 'string' && value !== '' ? [[name, value]] : [];
        }),
      ) as Partial<Record<Name, string>>,
  );
  const narrow = (changed: Partial<Record<Name, string | undefined>>): Promise<unknown> => {
    const wanted = Object.entries({ ...filter.value, ...changed }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    return router.push({ path: route.path, query: Object.fromEntries(wanted) as Record<string, string> });
  };
  return { filter, narrow };
};
