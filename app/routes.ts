import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

export default [
  layout('./routes/storefront/layout.tsx', [
    index('./routes/storefront/home.tsx'),
    route('katalog', './routes/storefront/catalogue.tsx'),
    route('produk/:slug', './routes/storefront/product.tsx'),
    route('gerai', './routes/storefront/stores.tsx'),
    route('gerai/:slug', './routes/storefront/store.tsx'),
    route('desa', './routes/storefront/villages.tsx'),
    route('desa/:slug', './routes/storefront/village.tsx'),
    route('profil/koperasi/:slug', './routes/storefront/cooperative.tsx'),
    route('profil/produsen/:slug', './routes/storefront/producer.tsx'),
    route('*', './routes/storefront/not-found.tsx'),
  ]),

  route('masuk', './routes/sign-in/sign-in.tsx'),
  route('masuk/kode', './routes/sign-in/sign-in-by-code.tsx'),
  route('keluar', './routes/sign-in/sign-out.ts'),
  route('akun', './routes/sign-in/account.tsx'),
  route('akun/kata-sandi', './routes/sign-in/password.tsx'),
  route('akun/bantu', './routes/sign-in/help-sign-in.tsx'),

  route('koperasi', './routes/cooperative/layout.tsx', [
    index('./routes/cooperative/home.tsx'),
    route('produk', './routes/cooperative/products.tsx'),
    route('produk/baru', './routes/cooperative/new-product.tsx'),
    route('produk/:id', './routes/cooperative/product.tsx'),
    route('produk/:id/ubah', './routes/cooperative/change-product.tsx'),
    route('produk/:id/terima', './routes/cooperative/receiving.tsx'),
    route('produk/:id/koreksi', './routes/cooperative/correction.tsx'),
    route('usulan/:id', './routes/cooperative/proposal.tsx'),
    route('usulan/:id/periksa', './routes/cooperative/review.tsx'),
    route('usulan/:id/batal', './routes/cooperative/withdrawal.tsx'),
    route('foto', './routes/cooperative/photos.ts'),
    route('dicari', './routes/cooperative/demand.tsx'),
    route('pesanan', './routes/cooperative/orders.tsx'),
    route('pesanan/:id', './routes/cooperative/order.tsx'),
  ]),

  route('ritel', './routes/retail/layout.tsx', [
    index('./routes/retail/home.tsx'),
    route('gerai', './routes/retail/stores.tsx'),
    route('gerai/:id', './routes/retail/store.tsx'),
    route('rak/:id', './routes/retail/fixture.tsx'),
    route('rak/:id/draf', './routes/retail/plan.ts'),
    route('rak/:id/produk', './routes/retail/fixture-products.ts'),
    route('pesanan', './routes/retail/orders.tsx'),
    route('pesanan/:id', './routes/retail/order.tsx'),
  ]),

  route('kota', './routes/city/home.tsx'),

  route('pengelola', './routes/operator/layout.tsx', [
    index('./routes/operator/home.tsx'),
    route('usulan/:id', './routes/operator/proposal.tsx'),
    route('pencarian', './routes/operator/searches.tsx'),
  ]),

  route('saran', './routes/api/suggestions.ts'),
  route('api/v1/search', './routes/api/search.ts'),
  route('api/v1/openapi.json', './routes/api/openapi.ts'),
  route('healthz', './routes/system/health.ts'),
] satisfies RouteConfig
